import { render } from 'preact';
import { App } from './app/app.tsx';
import { stayConnected } from './state/connection.ts';
import { followHistory } from './state/route.ts';
import { applyTheme } from './state/theme.ts';
import { followTour } from './state/tour.ts';

followHistory();
followTour();
applyTheme();
stayConnected();

const root = document.getElementById('page');
if (root) render(<App />, root);
