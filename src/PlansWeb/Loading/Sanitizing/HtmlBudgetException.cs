namespace PlansWeb.Loading.Sanitizing;

/// <summary>Raw HTML that would cost too much to read; see <see cref="ParseBudget"/>.</summary>
internal sealed class HtmlBudgetException : Exception;
