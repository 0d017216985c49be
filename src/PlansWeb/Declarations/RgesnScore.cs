namespace PlansWeb.Declarations;

/// <summary>The score of the RGESN 2024: the weight of what is validated, by the weight of what applies.</summary>
/// <param name="Validated">Weight of the criteria that are validated.</param>
/// <param name="Applicable">Weight of the criteria that apply.</param>
internal sealed record RgesnScore(decimal Validated, decimal Applicable)
{
    /// <summary>The share, 0 to 1; 1 where nothing applies.</summary>
    public decimal Share => Applicable == 0 ? 1 : Validated / Applicable;

    /// <summary>The score of some criteria.</summary>
    public static RgesnScore Of(IEnumerable<RgesnCriterion> criteria)
    {
        decimal validated = 0, applicable = 0;
        foreach (var criterion in criteria.Where(criterion => criterion.IsApplicable))
        {
            applicable += criterion.Weight;
            validated += criterion.IsValidated ? criterion.Weight : 0;
        }

        return new RgesnScore(validated, applicable);
    }
}
