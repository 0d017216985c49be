namespace PlansWeb.Dsfr;

/// <summary>The brand that the site was built with: neutral, or the State's for deployers who are entitled to it.</summary>
public static class Brand
{
    /// <summary>The build was made with <c>-p:MarqueEtat=true</c>: the style sheet has the block mark and the State's typeface.</summary>
    public static bool IsState =>
#if MARQUE_ETAT
        true;
#else
        false;
#endif
}
