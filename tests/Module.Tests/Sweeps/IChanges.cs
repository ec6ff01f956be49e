using System.Collections.Generic;

namespace CloudflareAiGateway.Module.Tests.Sweeps;

/// <summary>
/// What the sweep over -WhatIf needs to know of one area: things that must be there, and a call of each changing command that would
/// really change something. Each area's folder of tests has one; the sweep finds it.
/// </summary>
public interface IChanges
{
    /// <summary>A script that makes what the calls work on; gateway <c>prod-api</c> is there.</summary>
    string Prepare { get; }

    /// <summary>What the emulator must be told first, as its control API takes it under <c>behaviour</c>; null for nothing.</summary>
    string? Behaviour => null;

    /// <summary>Command name to a call of it, without -WhatIf.</summary>
    IReadOnlyDictionary<string, string> Calls { get; }
}
