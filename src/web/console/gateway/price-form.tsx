// What a segment costs at this gateway. It counts from now on: what was sent before keeps its price.
import { Button, NumberInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ask } from '../../kit/api.ts';
import { showTrouble } from '../../kit/deed.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { refresh } from '../../kit/query.ts';
import { showToast } from '../../kit/toasts.ts';

export function PriceForm({ gateway }: { gateway: { id: string; price: number | null } }): ReactNode {
  const { t } = useWords();
  const { locale } = useFormat();
  const [price, setPrice] = useState<number | string>(gateway.price === null ? '' : gateway.price / 1000);
  const [saving, setSaving] = useState(false);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSaving(true);
    const thousandths = price === '' ? null : Math.round(Number(price) * 1000);
    try {
      await ask('priceGateway', { params: { id: gateway.id }, body: { price: thousandths } });
      showToast({ text: t('gateways.priced'), until: Date.now() + 4_000 });
      await refresh('listGateways');
    } catch (error) {
      showTrouble(error, t('gateways.notPriced'));
    }
    setSaving(false);
  };
  return (
    <form className="row" style={{ alignItems: 'flex-end' }} onSubmit={(event) => void save(event)}>
      <NumberInput
        label={t('gateways.price')}
        description={t('gateways.priceHint')}
        value={price}
        onChange={setPrice}
        min={0}
        max={1000}
        decimalScale={3}
        decimalSeparator={locale === 'pt' ? ',' : '.'}
        hideControls
        style={{ width: 260 }}
      />
      <Button type="submit" variant="default" loading={saving}>
        {t('gateways.savePrice')}
      </Button>
    </form>
  );
}
