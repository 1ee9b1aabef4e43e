import { Button } from '@fluentui/react-components'
import { PlugDisconnectedRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { Component } from 'react'
import { Notice } from '#tab/ui/Notice.tsx'

/** What is drawn where drawing itself went wrong, or where a part of the page is of a version that is gone from the server. */
export class Broken extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return (
      <div style={{ padding: '0 24px' }}>
        <Notice
          icon={<PlugDisconnectedRegular />}
          heading="That did not work, and it is our fault"
          actions={
            <Button appearance="primary" onClick={() => window.location.reload()}>
              Load the page again
            </Button>
          }
        >
          The page may have a newer version. Please load it again.
        </Notice>
      </div>
    )
  }
}
