using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Commands;

/// <summary>How a change reads in -WhatIf and -Confirm.</summary>
internal static class ChangeText
{
    /// <summary>The thing and what would change in it, each from its old to its new value.</summary>
    /// <param name="thing">The thing, such as <c>gateway 'prod' (account …)</c>.</param>
    /// <param name="differences">What would change.</param>
    public static string Of(string thing, IReadOnlyList<GatewayDifference> differences) =>
        differences.Count == 1
            ? $"Set {thing}: {differences[0]}"
            : $"Set {thing}:{Environment.NewLine}    {string.Join(Environment.NewLine + "    ", differences)}";
}
