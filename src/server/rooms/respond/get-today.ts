// Today, for the coordinator: figures from the roll-up, what waits from short indexed reads. No telling is counted here.

import type { TodayView } from '../../../shared/contract/today.ts';
import { mayMove } from '../../../shared/domain/capacity.ts';
import { firstLanguage } from '../../../shared/domain/language.ts';
import { findWeeksToWrite } from '../../db/programme.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { addDays, localDay } from '../../kit/programme-time.ts';
import { listAreaViews, listLacking, listPostNames, toCapacityView } from '../know/index.ts';
import { sinceYesterday } from './since-yesterday.ts';
import {
  type DayRow,
  listDangers,
  listDays,
  listLatePosts,
  listScopeDays,
  listStanding,
  type ScopeDay,
  type Standing,
} from './store-day.ts';
import { countWaiting } from './store-post-count.ts';

const HEADLINE_DAYS = 28;
const WEEKS = 12;
const ROW_DAYS = 14;
const MOST_DANGERS = 12;
const MOST_POSTS = 12;

export async function getToday(ctx: WebCtx, { timeZone }: { timeZone: string }): Promise<TodayView> {
  const today = localDay(ctx.now, timeZone);
  const yesterday = addDays(today, -1);
  const rowDays = { from: addDays(today, 1 - ROW_DAYS), to: today };
  const days = await listDays(ctx, { from: addDays(today, -7 * WEEKS), to: yesterday });
  const standing = await listStanding(ctx);
  const dates = Array.from({ length: ROW_DAYS }, (_, index) => addDays(rowDays.from, index));
  const told = await listScopeDays(ctx, rowDays);
  const dangers = await readDangers(ctx);
  return {
    headline: toHeadline(days, yesterday),
    since: await readSince(ctx, { days, told, dates, dangers }, timeZone),
    dangers,
    triage: { waiting: sumOf(standing, 'triage'), late: sumOf(standing, 'triageLate') },
    latePosts: await readLatePosts(ctx),
    stuckPosts: await readStuckPosts(ctx),
    districts: await readDistricts(ctx, { standing, told, dates }),
    days: rowDays,
    weeksToWrite: (await findWeeksToWrite(ctx)) ?? null,
  };
}

function toHeadline(days: readonly DayRow[], to: string): TodayView['headline'] {
  const from = addDays(to, 1 - HEADLINE_DAYS);
  const period = days.filter((row) => row.day >= from);
  return {
    from,
    to,
    due: sumOf(period, 'due'),
    answered: sumOf(period, 'answered'),
    asked: sumOf(period, 'asked'),
    replied: sumOf(period, 'replied'),
    clear: sumOf(period, 'clear'),
    told: sumOf(period, 'told'),
    noWayBack: sumOf(period, 'noWayBack'),
    weeks: Array.from({ length: WEEKS }, (_, index) => {
      const start = addDays(to, 1 - 7 * (WEEKS - index));
      const week = days.filter((row) => row.day >= start && row.day < addDays(start, 7));
      return { from: start, due: sumOf(week, 'due'), clear: sumOf(week, 'clear') };
    }),
  };
}

type New = Parameters<typeof sinceYesterday>[0] & { dangers: TodayView['dangers'] };

async function readSince(ctx: WebCtx, figures: New, timeZone: string): Promise<TodayView['since']> {
  const { more, ...since } = sinceYesterday(figures);
  const areas = await listAreaViews(
    ctx,
    more.map(({ scopeId }) => scopeId),
  );
  return {
    ...since,
    dangers: figures.dangers.filter(({ openedAt }) => localDay(new Date(openedAt), timeZone) >= since.day).length,
    more: more.flatMap(({ scopeId, ...counts }) => {
      const area = areas.get(scopeId);
      return area ? [{ area, ...counts }] : [];
    }),
  };
}

async function readDangers(ctx: WebCtx): Promise<TodayView['dangers']> {
  const dangers = await listDangers(ctx, MOST_DANGERS);
  const areas = await listAreaViews(
    ctx,
    dangers.flatMap(({ areaId }) => areaId ?? []),
  );
  return dangers.map(({ areaId, openedAt, ...danger }) => ({
    ...danger,
    area: (areaId && areas.get(areaId)) || null,
    openedAt: openedAt.toISOString(),
  }));
}

async function readLatePosts(ctx: WebCtx): Promise<TodayView['latePosts']> {
  const posts = await listLatePosts(ctx, MOST_POSTS);
  const names = await listPostNames(
    ctx,
    posts.map(({ postId }) => postId),
  );
  return posts.map(({ oldestDueAt, ...post }) => ({
    ...post,
    name: names.get(post.postId) ?? '',
    oldestDueAt: oldestDueAt.toISOString(),
  }));
}

/** "No fuel" goes upwards: shown while something waits with the post, gone when it says that it can move. */
async function readStuckPosts(ctx: WebCtx): Promise<TodayView['stuckPosts']> {
  const lacking = (await listLacking(ctx)).map((capacity) => ({ ...capacity, ...toCapacityView(capacity) }));
  const stuck = lacking.filter((capacity) => !mayMove(capacity.lacks.map(({ lack }) => lack)));
  const waiting = await countWaiting(
    ctx,
    stuck.map(({ postId }) => postId),
  );
  const shown = stuck
    .map(({ postId, lacks }) => ({ postId, lacks, waiting: waiting.get(postId) ?? 0 }))
    .filter((post) => post.waiting > 0)
    .toSorted((a, b) => b.waiting - a.waiting)
    .slice(0, MOST_POSTS);
  const names = await listPostNames(
    ctx,
    shown.map(({ postId }) => postId),
  );
  return shown.map((post) => ({ ...post, name: names.get(post.postId) ?? '' }));
}

type Rows = { standing: readonly Standing[]; told: readonly ScopeDay[]; dates: readonly string[] };

async function readDistricts(ctx: WebCtx, { standing, told, dates }: Rows): Promise<TodayView['districts']> {
  const ids = new Set([...standing, ...told].map(({ scopeId }) => scopeId));
  const areas = await listAreaViews(ctx, [...ids]);
  const rows = [...areas.values()].map((area) => {
    const byDay = new Map(told.filter(({ scopeId }) => scopeId === area.id).map((row) => [row.day, row.told]));
    const now = standing.find(({ scopeId }) => scopeId === area.id);
    return {
      area,
      told: dates.map((day) => byDay.get(day) ?? 0),
      waiting: now?.waiting ?? 0,
      late: now?.triageLate ?? 0,
    };
  });
  return rows.toSorted((a, b) => b.waiting - a.waiting || a.area.name.localeCompare(b.area.name, firstLanguage));
}

const sumOf = <Key extends string>(rows: readonly Record<Key, number>[], key: Key): number =>
  rows.reduce((sum, row) => sum + row[key], 0);
