using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>The action per hazard category. A category left out is not checked.</summary>
public sealed class GuardrailCategories
{
    /// <summary>Prompt injection.</summary>
    [WireName("P1")]
    public ContentAction? P1 { get; set; }

    /// <summary>Violent crimes.</summary>
    [WireName("S1")]
    public ContentAction? S1 { get; set; }

    /// <summary>Non-violent crimes.</summary>
    [WireName("S2")]
    public ContentAction? S2 { get; set; }

    /// <summary>Sex-related crimes.</summary>
    [WireName("S3")]
    public ContentAction? S3 { get; set; }

    /// <summary>Child sexual exploitation.</summary>
    [WireName("S4")]
    public ContentAction? S4 { get; set; }

    /// <summary>Defamation.</summary>
    [WireName("S5")]
    public ContentAction? S5 { get; set; }

    /// <summary>Specialized advice.</summary>
    [WireName("S6")]
    public ContentAction? S6 { get; set; }

    /// <summary>Privacy.</summary>
    [WireName("S7")]
    public ContentAction? S7 { get; set; }

    /// <summary>Intellectual property.</summary>
    [WireName("S8")]
    public ContentAction? S8 { get; set; }

    /// <summary>Indiscriminate weapons.</summary>
    [WireName("S9")]
    public ContentAction? S9 { get; set; }

    /// <summary>Hate.</summary>
    [WireName("S10")]
    public ContentAction? S10 { get; set; }

    /// <summary>Suicide and self-harm.</summary>
    [WireName("S11")]
    public ContentAction? S11 { get; set; }

    /// <summary>Sexual content.</summary>
    [WireName("S12")]
    public ContentAction? S12 { get; set; }

    /// <summary>Elections.</summary>
    [WireName("S13")]
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
