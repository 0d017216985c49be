using PlansWeb.Content.Markdown.Text;

namespace PlansWeb.Content.Markdown.Typography;

/// <summary>One of markdown-it's inline tokens, as far as typography asks.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Level">How many elements are open around it.</param>
/// <param name="First">First character of its content; <c>\0</c> when it has none.</param>
/// <param name="Last">Last character of its content.</param>
/// <param name="Text">The text that may be changed, for <see cref="FlowKind.Text"/>.</param>
internal readonly record struct FlowItem(FlowKind Kind, int Level, char First, char Last, TextInline? Text);
