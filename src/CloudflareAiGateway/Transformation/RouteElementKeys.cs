using System;
using System.Collections;
using System.Management.Automation;

namespace CloudflareAiGateway.Transformation;

/// <summary>Refuses keys that mean nothing. A key that a person typed is meant; one that the API wrote may be newer than this module.</summary>
internal static class RouteElementKeys
{
    private const string Properties = "properties";
    private const string Outputs = "outputs";

    private static readonly string[] s_separator = { ", " };

    /// <summary>Checks the keys of a hashtable that was read as an element.</summary>
    /// <param name="document">The hashtable.</param>
    /// <param name="element">What was read of it; its additional properties are the keys that nobody knows.</param>
    /// <param name="place">Where it stands, for messages.</param>
    /// <exception cref="ArgumentTransformationMetadataException">A key means nothing; the message names it and the legal ones.</exception>
    public static void Check(IDictionary document, AiGatewayRouteElement element, string place)
    {
        if (element.Type.Length > 0 && RouteElementType.Find(element.Type) is null)
        {
            return;
        }

        foreach (object key in element.AdditionalProperties.Keys)
        {
            if (key is not (Properties or Outputs) && document.Contains(key))
            {
                throw Wrong(element, place, key, RouteElementMembers.Legal);
            }
        }

        foreach (object key in (element.AdditionalProperties[Properties] as IDictionary)?.Keys ?? Array.Empty<object>())
        {
            bool isKnown = RouteElementMembers.IsProperty((string)key) || Equals(key, RouteElementWriter.Outdated);
            if (!isKnown && PlainMember.Of(document, Properties) is IDictionary typed && typed.Contains(key))
            {
                throw Wrong(element, place + "." + Properties, key, string.Join(s_separator[0], RouteElementMembers.Properties));
            }
        }
    }

    private static ArgumentTransformationMetadataException Wrong(AiGatewayRouteElement element, string place, object key, string legal)
    {
        string nearest = NearestName.Find((string)key, legal.Split(s_separator, StringSplitOptions.None)) is { } name ? $" Did you mean '{name}'?" : string.Empty;
        string named = element.Id.Length > 0 ? $" ('{element.Id}')" : string.Empty;
        return new ArgumentTransformationMetadataException($"{place}{named} has no key '{key}'.{nearest} Legal keys: {legal}.");
    }
}
