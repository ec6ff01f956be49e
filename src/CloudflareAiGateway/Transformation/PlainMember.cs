using System;
using System.Collections;

namespace CloudflareAiGateway.Transformation;

/// <summary>Finds members of plain documents as people write them.</summary>
internal static class PlainMember
{
    /// <summary>A member by its name in any case.</summary>
    /// <returns>Null when there is none.</returns>
    public static object? Of(IDictionary document, string name)
    {
        foreach (object key in document.Keys)
        {
            if (string.Equals(key.ToString(), name, StringComparison.OrdinalIgnoreCase))
            {
                return document[key];
            }
        }

        return null;
    }
}
