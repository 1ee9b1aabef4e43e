import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '#tab/App.tsx'
import { start } from '#tab/teams.ts'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
createRoot(root).render(
  <StrictMode>
    <App starting={start()} />
  </StrictMode>,
)
