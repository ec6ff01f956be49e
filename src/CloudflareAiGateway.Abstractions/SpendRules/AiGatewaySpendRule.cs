using System;
using System.Collections;
using System.Globalization;

namespace CloudflareAiGateway;

/// <summary>
/// One spend rule of a gateway: so much money per window, counted over all calls or over those that it selects. Flat, so that it can be
/// piped; <see cref="SpendLimitRule"/> is the same in the API's own shape.
/// </summary>
/// <remarks>Source: member <c>spend_limits.rules</c> of <c>aig-config-fetch-gateway</c>.</remarks>
public sealed class AiGatewaySpendRule
{
    private static readonly ValueTuple<int, string>[] s_units = { (604800, "week"), (86400, "day"), (3600, "hour"), (60, "minute") };

    /// <summary>The rule's id, unique in its gateway. Also shown as <c>RuleId</c>.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>The account that the gateway belongs to.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>The gateway whose spending is limited.</summary>
    public string GatewayId { get; init; } = string.Empty;

    /// <summary>Whether the rule itself is on. It is applied only where <see cref="SpendLimitsEnabled"/> is true, too.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether the gateway applies its rules at all.</summary>
    public bool SpendLimitsEnabled { get; init; }

    /// <summary>How much may be spent in one window, in US dollars.</summary>
    public decimal Limit { get; init; }

    /// <summary>What is limited; the API knows only <c>cost</c>.</summary>
    public string LimitType { get; init; } = "cost";

    /// <summary>The window in seconds.</summary>
    public int Window { get; init; }

    /// <summary>How the window is counted; sliding when the API did not say.</summary>
    public RateLimitingTechnique Technique { get; init; } = RateLimitingTechnique.Sliding;

    /// <summary>Counts only these models; null for all.</summary>
    public string[]? Model { get; init; }

    /// <summary>Counts only these providers; null for all.</summary>
    public string[]? Provider { get; init; }

    /// <summary>Counts only calls whose metadata has one of these values, by name; null for all.</summary>
    public Hashtable? Metadata { get; init; }

    /// <summary>Names in the metadata each of whose values is counted apart; null for one count.</summary>
    public string[]? PartitionBy { get; init; }

    /// <summary>The rule in one line.</summary>
    /// <returns>Such as <c>25 USD per day</c>.</returns>
    public override string ToString() =>
        $"{Limit.ToString("0.############################", CultureInfo.InvariantCulture)} {(LimitType == "cost" ? "USD" : LimitType)} per {WindowText(Window)}";

    /// <summary>A window in words.</summary>
    /// <returns>Such as <c>day</c>, <c>2 hours</c> or <c>45 s</c>.</returns>
    internal static string WindowText(int seconds)
    {
        foreach ((int length, string unit) in s_units)
        {
            if (seconds >= length && seconds % length == 0)
            {
                int count = seconds / length;
                return count == 1 ? unit : string.Format(CultureInfo.InvariantCulture, "{0} {1}s", count, unit);
            }
        }

        return string.Format(CultureInfo.InvariantCulture, "{0} s", seconds);
    }
}
