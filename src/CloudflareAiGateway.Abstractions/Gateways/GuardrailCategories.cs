using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>The action per hazard category. A category left out is not checked.</summary>
public sealed class GuardrailCategories
{
    /// <summary>Prompt injection.</summary>
    public ContentAction? P1 { get; set; }

    /// <summary>Violent crimes.</summary>
    public ContentAction? S1 { get; set; }

    /// <summary>Non-violent crimes.</summary>
    public ContentAction? S2 { get; set; }

    /// <summary>Sex-related crimes.</summary>
    public ContentAction? S3 { get; set; }

    /// <summary>Child sexual exploitation.</summary>
    public ContentAction? S4 { get; set; }

    /// <summary>Defamation.</summary>
    public ContentAction? S5 { get; set; }

    /// <summary>Specialized advice.</summary>
    public ContentAction? S6 { get; set; }

    /// <summary>Privacy.</summary>
    public ContentAction? S7 { get; set; }

    /// <summary>Intellectual property.</summary>
    public ContentAction? S8 { get; set; }

    /// <summary>Indiscriminate weapons.</summary>
    public ContentAction? S9 { get; set; }

    /// <summary>Hate.</summary>
    public ContentAction? S10 { get; set; }

    /// <summary>Suicide and self-harm.</summary>
    public ContentAction? S11 { get; set; }

    /// <summary>Sexual content.</summary>
    public ContentAction? S12 { get; set; }

    /// <summary>Elections.</summary>
    public ContentAction? S13 { get; set; }

    /// <summary>The categories that are checked.</summary>
    /// <returns>Such as <c>P1=Block S1=Flag</c>; empty when none is.</returns>
    public override string ToString()
    {
        var parts = new List<string>();
        foreach (System.Reflection.PropertyInfo property in typeof(GuardrailCategories).GetProperties())
        {
            if (property.GetValue(this) is ContentAction action)
            {
                parts.Add($"{property.Name}={action}");
            }
        }

        return string.Join(" ", parts);
    }
}
