namespace CloudflareAiGateway;

/// <summary>One check of the connection, with what was found and what to do.</summary>
public sealed class AiGatewayConnectionCheck
{
    /// <summary>Makes a result.</summary>
    /// <param name="name">What was checked.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="detail">What was found.</param>
    /// <param name="advice">What to do; null when there is nothing to do.</param>
    public AiGatewayConnectionCheck(string name, CheckStatus status, string detail, string? advice = null)
    {
        Name = name;
        Status = status;
        Detail = detail;
        Advice = advice;
    }

    /// <summary>What was checked.</summary>
    public string Name { get; }

    /// <summary>How it ended.</summary>
    public CheckStatus Status { get; }

    /// <summary>What was found.</summary>
    public string Detail { get; }

    /// <summary>What to do; null when there is nothing to do.</summary>
    public string? Advice { get; }

    /// <summary>Name and status.</summary>
    /// <returns>Such as <c>Token: Passed</c>.</returns>
    public override string ToString() => $"{Name}: {Status}";
}
