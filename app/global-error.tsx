"use client";

import { MessagePage } from "@/components/pages/message-page";
import { Button } from "@/components/ui/button";
import "./globals.css";

/** In place of everything, when even the layout broke. It cannot know the visitor's language, and so speaks both. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <MessagePage
          title="Boardwalk could not show this page · 页面无法显示"
          text="What was saved is safe on the server. Loading the page again usually helps. 已保存的内容在服务器上是安全的，重新载入通常可以解决。"
        >
          <Button look="filled" onClick={() => window.location.reload()}>
            Load again · 重新载入
          </Button>
        </MessagePage>
      </body>
    </html>
  );
}
