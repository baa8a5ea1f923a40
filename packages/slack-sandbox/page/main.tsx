import { render } from 'preact';
import { App } from './shell/app.tsx';
import { stayConnected } from './state/connection.ts';
import { followHistory } from './state/place.ts';
import { applyTheme } from './state/theme.ts';
import { followTryThis } from './state/try-this.ts';

followHistory();
followTryThis();
applyTheme();
stayConnected();

const root = document.getElementById('page');
if (root) render(<App />, root);
