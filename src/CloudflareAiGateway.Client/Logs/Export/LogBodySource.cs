using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Fetches a body.</summary>
/// <param name="accountId">The account.</param>
/// <param name="gateway">The gateway.</param>
/// <param name="logId">The row.</param>
/// <param name="payload">Which body.</param>
/// <param name="call">Where messages go, and when to stop.</param>
/// <returns>The body, or null when the log holds none.</returns>
internal delegate Task<LogBody?> LogBodySource(string accountId, string gateway, string logId, LogPayload payload, CallContext call);
