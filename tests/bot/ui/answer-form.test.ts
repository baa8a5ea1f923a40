import { unknownCampus } from '@campus-desk/contract';
import { checkView } from 'slack-sandbox';
import { describe, expect, test } from 'vitest';
import { answerForm } from '../../../bot/ui/answer-form.ts';
import { texts } from '../../support/english.ts';
import { sampleTicket } from '../sample-ticket.ts';

describe('the form “Answer”', () => {
  test('says where answers come from while there are none', () => {
    const reference = { role: 'helpdesk', number: 12, version: 1, from: 'card' } as const;

    const view = answerForm({
      texts,
      reference,
      ticket: sampleTicket(),
      campus: unknownCampus,
      language: undefined,
      chosen: undefined,
    });

    expect(checkView({ view, type: 'modal' })).not.toHaveProperty('problems');
    expect(view.submit).toBeUndefined();
    expect(JSON.stringify(view.blocks)).toContain('The campus file has no answers yet.');
  });
});
