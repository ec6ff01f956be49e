namespace CloudflareAiGateway;

/// <summary>The client behind a connection: one member per resource. Thread-safe.</summary>
internal interface IAiGatewayClient
{
    /// <summary>Accounts, and the token itself.</summary>
    IAccountClient Accounts { get; }

    /// <summary>Gateways.</summary>
    IGatewayClient Gateways { get; }

    /// <summary>Log rows.</summary>
    ILogClient Logs { get; }

    /// <summary>Checks of the connection.</summary>
    IConnectionDoctor Doctor { get; }
}
