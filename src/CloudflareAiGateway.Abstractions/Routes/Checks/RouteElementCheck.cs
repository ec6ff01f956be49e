using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CloudflareAiGateway;

/// <summary>What can be said of one element without its graph.</summary>
internal static class RouteElementCheck
{
    private const int ShortestTimeout = 1000;

    private static readonly string[] s_members = { "id", "type", "properties", "outputs" };

    /// <summary>Checks one element.</summary>
    public static void Run(AiGatewayRouteElement element, RouteFindings findings)
    {
        if (RouteElementType.Find(element.Type) is not { } type)
        {
            UnknownType(element, findings);
            return;
        }

        CheckOutputs(element, type, findings);
        CheckProperties(element, type, findings);
        CheckUnread(element, type, findings);
        CheckSpelling(element, findings);
    }

    private static void UnknownType(AiGatewayRouteElement element, RouteFindings findings)
    {
        string types = string.Join(", ", RouteElementType.All.Select(t => t.Name));
        string nearest = NearestName.Find(element.Type, RouteElementType.All.Select(t => t.Name)) is { } name ? $"Did you mean '{name}'? " : string.Empty;
        findings.Error(
            element.Id,
            RouteRule.UnknownType,
            element.Type.Length == 0 ? "The element has no type." : $"'{element.Type}' is no type of element that this module knows.",
            $"{nearest}Types are {types}. If the service has a newer one, send the graph with -Force.");
    }

    private static void CheckOutputs(AiGatewayRouteElement element, RouteElementType type, RouteFindings findings)
    {
        string[] names = RouteOutputs.Of(element).Select(o => o.Key).ToArray();
        if (names.Length == 0 && type != RouteElementType.End)
        {
            findings.Error(element.Id, RouteRule.DeadEnd, $"Nothing comes after this {type.Name}: it has no output.", $"Give it {Wanted(type)}.");
            return;
        }

        if (type == RouteElementType.Percentage)
        {
            RouteShareCheck.Run(element, names, findings);
            return;
        }

        foreach (string name in names.Where(n => !type.Outputs.Contains(n)))
        {
            findings.Error(
                element.Id,
                RouteRule.UnknownOutput,
                $"A {type.Name} has no output '{name}'.",
                type.Outputs.Length == 0 ? "Take it away: this is where the graph ends." : $"Its outputs are {string.Join(" and ", type.Outputs)}.");
        }

        foreach (string name in type.Outputs.Where(n => !names.Contains(n)))
        {
            if (name == "fallback")
            {
                MissingFallback(element, type, findings);
            }
            else
            {
                findings.Error(element.Id, RouteRule.MissingOutput, $"The output '{name}' is missing.", $"Say to which element it leads; 'end' is one if nothing more is to be done.");
            }
        }
    }

    private static void MissingFallback(AiGatewayRouteElement element, RouteElementType type, RouteFindings findings) =>
        findings.Warning(
            element.Id,
            RouteRule.MissingFallback,
            type == RouteElementType.Model ? "When this model fails, the call fails: it has no fallback." : "A call over this limit fails: it has no fallback.",
            "Add an output 'fallback' that leads to another model, or to the end if that is what you want.");

    private static string Wanted(RouteElementType type) => type == RouteElementType.Percentage
        ? "outputs that are shares, such as '10%' and '90%'"
        : $"the output{(type.Outputs.Length > 1 ? "s" : string.Empty)} {string.Join(" and ", type.Outputs)}";

    private static void CheckProperties(AiGatewayRouteElement element, RouteElementType type, RouteFindings findings)
    {
        var rest = element.AdditionalProperties?["properties"] as IDictionary;
        foreach (DictionaryEntry property in RouteElementMembers.Written(element))
        {
            var name = (string)property.Key;
            bool belongs = type.Properties.Any(p => RouteElementMembers.Plain(p) == RouteElementMembers.Plain(name));
            if (property.Value is null && rest?.Contains(name) == true)
            {
                findings.Error(element.Id, RouteRule.InvalidProperty, $"{name} cannot be {RouteConditionText.Value(rest[name])}.", Expected(name));
            }
            else if (belongs)
            {
                CheckProperty(element, name, property.Value, findings);
            }
            else if (property.Value is not null)
            {
                findings.Warning(element.Id, RouteRule.UnusedProperty, $"{name} means nothing to a {type.Name}.", "Take it away, or give it to the element that it was meant for.");
            }
        }
    }

    private static void CheckProperty(AiGatewayRouteElement element, string name, object? value, RouteFindings findings)
    {
        // The API demands retries and timeout, too; the module has defaults for them.
        if (value is null or "" && name is not ("retries" or "timeout"))
        {
            findings.Error(element.Id, RouteRule.MissingProperty, $"{name} is missing.", Expected(name));
        }
        else if (name == "conditions")
        {
            RouteConditionCheck.Run(element.Id, value, findings);
        }
        else if (IsOutOfRange(name, value))
        {
            findings.Error(element.Id, RouteRule.InvalidProperty, string.Format(CultureInfo.InvariantCulture, "{0} cannot be {1}.", name, value), Expected(name));
        }
        else if (name == "timeout" && value is > 0 and < ShortestTimeout)
        {
            findings.Warning(
                element.Id,
                RouteRule.ShortTimeout,
                $"The time-out is {value} milliseconds, less than models take.",
                $"It is given in milliseconds: {value} seconds are {value}000.");
        }
    }

    private static bool IsOutOfRange(string name, object? value) => name switch
    {
        "limit" => value is < 0m,
        "window" => value is < 1,
        "retries" or "timeout" => value is < 0,
        _ => false,
    };

    private static string Expected(string name) => name switch
    {
        "conditions" => "Give a condition such as { \"metadata.plan\": { \"$eq\": \"free\" } }.",
        "key" => "Give the field per whose values is counted, such as metadata.user_id.",
        "limit" => "Give a number of calls or US dollars, 0 or more.",
        "limitType" => "Give count (calls) or cost (US dollars).",
        "window" => "Give the window in whole seconds, 1 or more.",
        "provider" => "Give the provider's slug, such as openai.",
        "model" => "Give the model as its provider calls it, such as gpt-4o-mini.",
        "retries" => "Give a whole number, 0 or more.",
        _ => "Give whole milliseconds, 0 or more.",
    };

    private static void CheckUnread(AiGatewayRouteElement element, RouteElementType type, RouteFindings findings)
    {
        if (type == RouteElementType.Rate && element.AdditionalProperties?["properties"] is IDictionary rest && rest.Contains(RouteElementWriter.Outdated))
        {
            findings.Warning(element.Id, RouteRule.OutdatedMember, $"'{RouteElementWriter.Outdated}' is no part of a limit any more, and is left out.", "Take it away.");
        }
    }

    private static void CheckSpelling(AiGatewayRouteElement element, RouteFindings findings)
    {
        IEnumerable<string> known = RouteElementMembers.Properties.Concat(s_members);
        IDictionary rest = element.AdditionalProperties ?? new Hashtable();
        foreach (string name in Names(rest).Concat(Names(rest["properties"] as IDictionary)))
        {
            if (name is not ("properties" or "outputs") && !RouteElementMembers.IsProperty(name) && NearestName.Find(name, known) is { } nearest)
            {
                findings.Warning(element.Id, RouteRule.MisspelledMember, $"'{name}' is no member that this module knows.", $"Did you mean '{nearest}'?");
            }
        }
    }

    private static IEnumerable<string> Names(IDictionary? document) =>
        (document?.Keys ?? System.Array.Empty<object>()).Cast<object>().Select(k => System.Convert.ToString(k, CultureInfo.InvariantCulture)!);
}
