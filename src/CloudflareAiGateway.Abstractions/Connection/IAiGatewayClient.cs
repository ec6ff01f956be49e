namespace CloudflareAiGateway;

/// <summary>
/// The client behind a connection. Thread-safe. Each resource adds a property of its own from its folder, as <c>GatewayClientAccess</c>
/// does; nothing has to be named here.
/// </summary>
internal interface IAiGatewayClient
{
    /// <summary>The client of one resource; the same one on every call.</summary>
    /// <typeparam name="T">The resource's interface, such as <see cref="IGatewayClient"/>.</typeparam>
    T Resource<T>()
        where T : class;
}
