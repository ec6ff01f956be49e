using System;

namespace CloudflareAiGateway.Validation;

/// <summary>Marks a parameter as one price inside <c>token_pricing</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PriceAttribute : Attribute
{
    /// <summary>Names the price.</summary>
    /// <param name="member">Its wire name.</param>
    public PriceAttribute(string member) => Member = member;

    /// <summary>Its wire name.</summary>
    public string Member { get; }

    /// <summary>Whether the price can be taken away.</summary>
    public bool Clearable { get; set; } = true;
}
