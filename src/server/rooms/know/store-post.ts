// Posts and what they answer for. The duty phone's contact is readable by the unattended login only: no signed-in class asks for it.

import { sql } from 'kysely';
import type { Lane } from '../../../shared/domain/lane.ts';
import type { Origin } from '../../../shared/domain/origin.ts';
import { fold } from '../../../shared/kit/text.ts';
import type { KnowPostTable } from '../../db/schema.gen.ts';
import type { Ctx } from '../../db/tx.ts';
import { getArea } from './store-area.ts';

const MOST_LISTED = 200;

export type PostKind = KnowPostTable['service'];

export type Post = {
  id: string;
  service: PostKind;
  name: string;
  areaId: string;
  scopeId: string;
  superiorId: string | null;
  /** Neither closed nor outside its time: only then it is somebody's post. */
  active: boolean;
};

const columns = ['id', 'service', 'name', 'areaId', 'scopeId', 'superiorId'] as const;

export async function findPost(ctx: Ctx, id: string): Promise<Post | undefined> {
  return ctx.tx
    .selectFrom('knowPost')
    .select(columns)
    .select(standsAt(ctx.now).as('active'))
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The next post above that stands: closed ones are stepped over, a chain that bites its tail ends. */
export async function findOpenSuperior(ctx: Ctx, postId: string): Promise<Post | undefined> {
  const seen = new Set([postId]);
  let post = await findPost(ctx, postId);
  while (post?.superiorId && !seen.has(post.superiorId)) {
    seen.add(post.superiorId);
    post = await findPost(ctx, post.superiorId);
    if (post?.active) return post;
  }
  return undefined;
}

/** Names by id, in one query; an unknown id is simply not among them. */
export async function listPostNames(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.tx
    .selectFrom('knowPost')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Whether the one who asks sits at this post, or at the command above it. */
export async function isOwnPost(ctx: Ctx, id: string): Promise<boolean> {
  const { rows } = await sql<{ own: boolean }>`select ${id} = any(ctx.posts()) as own`.execute(ctx.tx);
  return rows[0]?.own === true;
}

/** The posts of the one who asks and those below them, by name. */
export async function listOwnPosts(ctx: Ctx): Promise<Post[]> {
  return ctx.tx
    .selectFrom('knowPost')
    .select(columns)
    .select(standsAt(ctx.now).as('active'))
    .where(sql<boolean>`know_post.id = any((select ctx.posts())::text[])`)
    .orderBy('name')
    .orderBy('id')
    .limit(MOST_LISTED)
    .execute();
}

/** Every post that a service has or had; none for a word that is no service. */
export async function listPostIdsOf(ctx: Ctx, service: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('knowPost')
    .select('id')
    .where(sql<string>`know_post.service`, '=', service)
    .execute();
  return rows.map((row) => row.id);
}

/** Unattended login only: which active post a duty phone speaks for. */
export async function findPostOfContact(ctx: Ctx, contactId: string): Promise<Post | undefined> {
  return ctx.tx
    .selectFrom('knowPost')
    .select(columns)
    .select(standsAt(ctx.now).as('active'))
    .where('contactId', '=', contactId)
    .where(standsAt(ctx.now))
    .orderBy('id')
    .executeTakeFirst();
}

/** Unattended login only: the contact of a post's duty phone. */
export async function findPostContact(ctx: Ctx, postId: string): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('knowPost')
    .select('contactId')
    .where('id', '=', postId)
    .where(standsAt(ctx.now))
    .executeTakeFirst();
  return row?.contactId ?? undefined;
}

/** Unattended login only: the duty phone of a post, whether it stands or not. */
export async function findClosedPostContact(ctx: Ctx, postId: string): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('knowPost')
    .select('contactId')
    .where('id', '=', postId)
    .where('active', '=', false)
    .executeTakeFirst();
  return row?.contactId ?? undefined;
}

const standsAt = (at: Date) =>
  sql<boolean>`(know_post.active and know_post.valid_from <= ${at} and (know_post.valid_to is null or know_post.valid_to > ${at}))`;

export type Asked = {
  typeCode: string;
  classCode: string;
  areaId: string;
  lane: Lane;
  at: Date;
  /** Services that are passed over, whatever they answer for. */
  exceptServices?: readonly PostKind[];
};
export type Responsible = {
  post: Pick<Post, 'id' | 'name' | 'service' | 'scopeId' | 'superiorId'>;
  /** Why this post, as it is stored with the brief and shown. */
  why: Record<string, string>;
};

/**
 * Names no telephone, so that a coordinator may ask too. The most exact row wins: type before class, nearer area before wider, then rank.
 * @example await findResponsiblePost(ctx, { typeCode: 'C02', classCode: 'C', areaId, lane: 'ordinary', at: ctx.now })
 */
export async function findResponsiblePost(ctx: Ctx, asked: Asked): Promise<Responsible | undefined> {
  const { rows } = await sql<ResponsibleRow>`
    select post.id, post.name, post.service, post.scope_id, post.superior_id,
      duty.id as responsibility_id, duty.type_code, duty.area_id = asked.id as here, answered.name as area
    from know_area asked
    join know_responsibility duty on duty.area_id = any(asked.lineage)
    join know_area answered on answered.id = duty.area_id
    join know_post post on post.id = duty.post_id
    where asked.id = ${asked.areaId} and duty.lane = ${asked.lane}
      and (duty.type_code = ${asked.typeCode} or (duty.type_code is null and duty.class_code = ${asked.classCode}))
      and duty.valid_from <= ${asked.at} and (duty.valid_to is null or duty.valid_to > ${asked.at})
      and post.service <> all(${[...(asked.exceptServices ?? [])]}::text[])
      and post.active and post.valid_from <= ${asked.at} and (post.valid_to is null or post.valid_to > ${asked.at})
    order by (duty.type_code is not null) desc, array_position(asked.lineage, duty.area_id) desc, duty.rank, duty.id
    limit 1`.execute(ctx.tx);
  return rows[0] && toResponsible(rows[0], asked);
}

type ResponsibleRow = Responsible['post'] & {
  responsibilityId: string;
  typeCode: string | null;
  here: boolean;
  area: string;
};

function toResponsible({ responsibilityId, typeCode, here, area, ...post }: ResponsibleRow, asked: Asked): Responsible {
  const exact = typeCode === null ? 'class' : 'type';
  const why = {
    responsibilityId,
    service: post.service,
    area,
    type: typeCode ?? asked.classCode,
    rule: `${exact}-${here ? 'here' : 'wider'}`,
  };
  return { post, why };
}

/** Active posts that lie in an area or below it, or whose name has these letters. */
export async function searchPosts(
  ctx: Ctx,
  wanted: { areaId?: string | undefined; q?: string | undefined },
): Promise<Post[]> {
  const { areaId } = wanted;
  const letters = `%${fold(wanted.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  return ctx.tx
    .selectFrom('knowPost')
    .innerJoin('knowArea as area', 'area.id', 'knowPost.areaId')
    .select(columns.map((column) => `knowPost.${column}` as const))
    .select(standsAt(ctx.now).as('active'))
    .where(standsAt(ctx.now))
    .$if(areaId !== undefined, (query) => query.where(sql<boolean>`${areaId} = any(area.lineage)`))
    .where(sql<boolean>`unaccent(lower(know_post.name)) like ${letters}`)
    .orderBy('knowPost.name')
    .orderBy('knowPost.id')
    .limit(MOST_LISTED)
    .execute();
}

export type NewPost = {
  id: string;
  service: PostKind;
  name: string;
  areaId: string;
  superiorId?: string;
  contactId?: string;
  validFrom?: Date;
  validTo?: Date;
  active?: boolean;
  origin?: Origin;
};

/** A post, once under its id. Its scope is that of its area; `area.not-found` when there is none. */
export async function addPost(ctx: Ctx, post: NewPost): Promise<void> {
  const area = await getArea(ctx, post.areaId);
  await ctx.tx
    .insertInto('knowPost')
    .values({
      id: post.id,
      service: post.service,
      name: post.name,
      areaId: area.id,
      scopeId: area.scopeId,
      superiorId: post.superiorId ?? null,
      contactId: post.contactId ?? null,
      active: post.active ?? true,
      validFrom: post.validFrom ?? ctx.now,
      validTo: post.validTo ?? null,
      origin: post.origin ?? 'live',
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export type NewResponsibility = {
  id: string;
  postId: string;
  areaId: string;
  lane?: Lane;
  rank?: number;
  validFrom?: Date;
  validTo?: Date;
} & ({ typeCode: string } | { classCode: string });

/** What a post answers for, once under its id. */
export async function addResponsibility(ctx: Ctx, duty: NewResponsibility): Promise<void> {
  await ctx.tx
    .insertInto('knowResponsibility')
    .values({
      id: duty.id,
      postId: duty.postId,
      areaId: duty.areaId,
      typeCode: 'typeCode' in duty ? duty.typeCode : null,
      classCode: 'classCode' in duty ? duty.classCode : null,
      lane: duty.lane ?? 'ordinary',
      rank: duty.rank ?? 1,
      validFrom: duty.validFrom ?? ctx.now,
      validTo: duty.validTo ?? null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}
