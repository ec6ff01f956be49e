using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway;

/// <summary>
/// Looks for new rows of a query again and again, and gives each once. Not thread-safe; disposing of it ends what is under way.
/// </summary>
/// <remarks>
/// New is what was not there at the first look. Rows are often logged seconds after their call, with the call's time, so every look goes
/// back a little and every sixth one a minute; a row that comes later than that, or behind a thousand newer ones, is missed. What a wrong
/// answer hides comes with a later look.
/// </remarks>
internal interface ILogFollower : IDisposable
{
    /// <summary>The next new rows, oldest first; none when this look is over, and a while should pass before the next one.</summary>
    /// <param name="call">Where messages go, and when to stop.</param>
    Task<IReadOnlyList<AiGatewayLog>> ReadAsync(CallContext call);
}
