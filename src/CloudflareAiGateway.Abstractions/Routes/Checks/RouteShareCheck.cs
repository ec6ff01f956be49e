using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CloudflareAiGateway;

/// <summary>Whether the outputs of a split are shares that make a whole.</summary>
internal static class RouteShareCheck
{
    /// <summary>Checks a split.</summary>
    public static void Run(AiGatewayRouteElement element, IReadOnlyList<string> names, RouteFindings findings)
    {
        decimal sum = 0;
        foreach (string name in names)
        {
            decimal? share = RouteShare.Read(name);
            sum += share ?? 0;
            if (share is null or <= 0 or > 100)
            {
                Invalid(element, name, findings);
            }
        }

        if (names.Count > RouteShare.Most)
        {
            findings.Error(
                element.Id,
                RouteRule.TooManyShares,
                $"The split has {names.Count} outputs; there can be {RouteShare.Most}.",
                "Let one of them lead to a second split.");
        }

        if (sum != 100)
        {
            findings.Error(
                element.Id,
                RouteRule.ShareSum,
                string.Format(CultureInfo.InvariantCulture, "The shares make {0:0.####} %.", sum),
                string.Format(CultureInfo.InvariantCulture, "They have to make 100 %: {0}.", sum < 100 ? $"{Text(100 - sum)} % are missing" : $"{Text(sum - 100)} % are too many"));
        }
    }

    private static void Invalid(AiGatewayRouteElement element, string name, RouteFindings findings)
    {
        string advice = name == RouteOutputs.Else && RouteOutputs.Of(element).Any(o => RouteShare.Read(o.Key) is not null)
            ? "The service has no 'else' any more, and what the other shares leave is none that a name is free for. Write the shares out; no two can be equal, as their names are the shares: 49% and 51%."
            : "Name outputs by their share, such as '10%'.";
        findings.Error(element.Id, RouteRule.InvalidShare, $"'{name}' is no share above 0 %.", advice);
    }

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
