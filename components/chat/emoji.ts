/** The emoji that the picker offers, by group. */
export const EMOJI = {
  faces: "😀 😄 😂 🙂 😉 😊 😍 😎 🤔 😅 😮 😢 😭 😡 🥳 😴 🙄 🤯",
  gestures: "👍 👎 👏 🙌 🙏 👋 💪 👀 ✌️ 🤝 👉 ☝️",
  signs: "❤️ ✅ ❌ ❓ ❗ ⭐ 🔥 💡 ⚠️ 🎯 💯 ➕ ➖ 🔁 🚩",
  things: "🎉 🚀 📌 📎 📝 📅 ⏰ ☕ 🍕 🏆 🐛 🌱 ☀️ 🌈 🎵 🔒",
} as const;

export type EmojiGroup = keyof typeof EMOJI;
