namespace CloudflareAiGateway;

/// <summary>The DNS record that a custom domain needs; the API does not make it.</summary>
public sealed class DomainDnsRecord
{
    /// <summary>The kind of record.</summary>
    public string Type { get; init; } = "CNAME";

    /// <summary>The name of the record: the hostname.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Where it points.</summary>
    public string Target { get; init; } = string.Empty;

    /// <summary>The record in one line.</summary>
    /// <returns>Such as <c>ai.example.com CNAME prod-api.example-target.com</c>.</returns>
    public override string ToString() => $"{Name} {Type} {Target}";
}
