import { catalogues } from '../../../analytics/texts/texts.ts';
import { holdCatalogues } from '../../support/catalogues.ts';
import { sameOnPurpose } from './same-on-purpose.ts';

holdCatalogues({ catalogues, sameOnPurpose, folder: 'analytics' });
