/**
 * Start the app in the page.
 * @module
 */
import { render } from 'preact';
import './style/tokens.css';
import './style/base.css';
import './style/record.css';
import './style/component.css';
import './style/screen.css';
import { App } from './app.tsx';
import { listenToPlaces } from './route.ts';
import { applyTheme } from './theme.ts';

applyTheme();
listenToPlaces();
const root = document.getElementById('app');
if (root) render(<App />, root);
