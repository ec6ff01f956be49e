using System.ComponentModel;
using System.Globalization;

namespace CloudflareAiGateway.Formatting;

/// <summary>Short texts for the views of prices. Used by the format file; not meant for scripts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ModelPriceFormat
{
    /// <summary>An amount with two places behind the point, or with all that it has.</summary>
    /// <param name="amount">US dollars; null for no price.</param>
    /// <returns>Such as <c>2.50</c> or <c>0.075</c>; empty for no price.</returns>
    public static string Amount(decimal? amount) => amount?.ToString("0.00##########################", CultureInfo.CurrentCulture) ?? string.Empty;

    /// <summary>How the model's name is compared, in front of the name: a beginning ends with a star, a part stands between two.</summary>
    /// <param name="price">The price.</param>
    /// <returns>Such as <c>gpt-large</c>, <c>gpt-*</c> or <c>*large*</c>.</returns>
    public static string Model(AiGatewayModelPrice price) => price.ModelRule switch
    {
        ModelRule.StartsWith => price.Model + "*",
        ModelRule.Contains => $"*{price.Model}*",
        _ => price.Model,
    };
}
