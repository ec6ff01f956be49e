namespace CloudflareAiGateway;

/// <summary>Where routes are.</summary>
internal readonly struct RouteScope
{
    /// <summary>Joins account and gateway.</summary>
    public RouteScope(string accountId, string gateway)
    {
        AccountId = accountId;
        Gateway = gateway;
    }

    /// <summary>The account.</summary>
    public string AccountId { get; }

    /// <summary>The gateway.</summary>
    public string Gateway { get; }
}
