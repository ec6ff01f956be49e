using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>An authorized call on its way through an endpoint.</summary>
internal sealed class ApiCall
{
    public required EmulatedRequest Request { get; init; }

    public required QueryString Query { get; init; }

    public required EmulatorToken Token { get; init; }

    /// <summary>The values of the template's parameters, unescaped.</summary>
    public required IReadOnlyDictionary<string, string> Route { get; init; }

    /// <summary>The resources; this call has them to itself.</summary>
    public required StateTables Tables { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required EmulatorBehaviour Behaviour { get; init; }

    public string AccountId => Route["account_id"];
}
