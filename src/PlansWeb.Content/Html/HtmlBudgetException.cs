namespace PlansWeb.Content.Html;

/// <summary>Raw HTML that would cost too much to read; see <see cref="ParseBudget"/>.</summary>
internal sealed class HtmlBudgetException : Exception;
