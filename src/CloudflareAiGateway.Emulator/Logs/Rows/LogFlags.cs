using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>The yes-or-no facts of a log row.</summary>
[Flags]
internal enum LogFlags : ushort
{
    None = 0,
    Success = 1,
    Cached = 2,
    CustomCost = 4,

    /// <summary>Whether the bodies were stored.</summary>
    Payloads = 8,

    /// <summary>Whether the row shows the members that live answers have and the documentation has not.</summary>
    Extras = 16,
    Byok = 32,
    Authentication = 64,
    Wholesale = 128,
    CompatibilityMode = 256,
}
