using System.Collections;

namespace CloudflareAiGateway;

/// <summary>Joins documents of plain values.</summary>
internal static class PlainMerge
{
    /// <summary>Adds members to a document, into objects that both have; where both have a value, the document's own stays.</summary>
    public static void Add(IDictionary target, IDictionary additions)
    {
        foreach (DictionaryEntry addition in additions)
        {
            if (!target.Contains(addition.Key))
            {
                target[addition.Key] = addition.Value;
            }
            else if (target[addition.Key] is IDictionary inner && addition.Value is IDictionary more)
            {
                Add(inner, more);
            }
        }
    }
}
