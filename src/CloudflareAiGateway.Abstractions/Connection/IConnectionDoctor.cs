using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway;

/// <summary>Checks a connection with harmless calls.</summary>
internal interface IConnectionDoctor
{
    /// <summary>The checks, in the order in which they make sense.</summary>
    IReadOnlyList<string> Checks { get; }

    /// <summary>Runs one check. A failed check is a result, not an exception; only a stop throws.</summary>
    /// <param name="check">One of <see cref="Checks"/>.</param>
    /// <param name="accountId">The account, or null when it is not known.</param>
    /// <param name="call">Where messages go, and when to stop.</param>
    Task<AiGatewayConnectionCheck> RunAsync(string check, string? accountId, CallContext call);
}
