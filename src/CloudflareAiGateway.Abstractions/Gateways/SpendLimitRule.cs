using System.Collections.Generic;
using System.Globalization;

namespace CloudflareAiGateway;

/// <summary>One spend rule: so much money per window, counted over all calls or over those that its dimensions select.</summary>
public sealed class SpendLimitRule
{
    /// <summary>Letters, digits, underscores and hyphens. The service makes one up when it is left out.</summary>
    public string? Id { get; set; }

    /// <summary>Whether the rule is applied; true when left out.</summary>
    public bool? Enabled { get; set; }

    /// <summary>How much may be spent in one window, in US dollars; 0 or more.</summary>
    public decimal Limit { get; set; }

    /// <summary>What is limited; the API knows only <c>cost</c>.</summary>
    [WireName("limitType")]
    public string LimitType { get; set; } = "cost";

    /// <summary>The window in seconds; 0 or more.</summary>
    public int Window { get; set; }

    /// <summary>How the window is counted; sliding when left out.</summary>
    public RateLimitingTechnique? Technique { get; set; }

    /// <summary>Counts only these models.</summary>
    public SpendLimitDimension? Model { get; set; }

    /// <summary>Counts only these providers.</summary>
    public SpendLimitDimension? Provider { get; set; }

    /// <summary>Per metadata name: count apart per value, or only these values.</summary>
    public IDictionary<string, SpendLimitDimension>? Metadata { get; set; }

    /// <summary>The rule in one line.</summary>
    /// <returns>Such as <c>25 USD per 86400 s</c>.</returns>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "{0} USD per {1} s", Limit, Window) + (Enabled == false ? " (off)" : string.Empty);
}
