using System;

namespace CloudflareAiGateway;

/// <summary>The spelling on the wire, where it is not the snake_case form of the .NET name.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class WireNameAttribute : Attribute
{
    /// <summary>Names the wire spelling of a member.</summary>
    /// <param name="name">The exact member or value as the API writes it.</param>
    public WireNameAttribute(string name) => Name = name;

    /// <summary>The exact member or value as the API writes it.</summary>
    public string Name { get; }
}
