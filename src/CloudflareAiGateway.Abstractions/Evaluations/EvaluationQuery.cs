namespace CloudflareAiGateway;

/// <summary>Which evaluations of a gateway are listed.</summary>
internal sealed class EvaluationQuery
{
    /// <summary>The account.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>The gateway.</summary>
    public string Gateway { get; init; } = string.Empty;

    /// <summary>A name, which the server matches loosely; null for all.</summary>
    public string? Name { get; init; }

    /// <summary>Only those that have been carried out, or only the others; null for both.</summary>
    public bool? Processed { get; init; }

    /// <summary>Text that the server looks for in id and name; null for none.</summary>
    public string? Search { get; init; }
}
