using PlansWeb.Dsfr;

namespace PlansWeb.Declarations;

/// <summary>A text of the frameworks' data in the languages of the interface, both beside the evidence that it is about.</summary>
/// <param name="Fr">In French.</param>
/// <param name="En">In English.</param>
internal readonly record struct LocalText(string Fr, string En)
{
    /// <summary>A text that is in the language of the interface already.</summary>
    public static implicit operator LocalText(string text) => new(text, text);

    /// <summary>The text in the language of the interface.</summary>
    public override string ToString() => InterfaceLanguage.IsFrench ? Fr : En;
}
