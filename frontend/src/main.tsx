import './screens/callback/capture';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app/components.css';
import 'virtual:theme.css';
import './app/tokens.css';
import './app/global.css';
import { App } from './app/App';

const root = document.getElementById('root');
if (!root) throw new Error('no root element');
root.replaceChildren();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
