using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Commands;

/// <summary>How the differences of an update read in -WhatIf and -Confirm.</summary>
internal static class ChangeText
{
    /// <summary>The differences: one on the same line, several below.</summary>
    /// <param name="what">Such as <c>Set gateway 'prod-api'</c>.</param>
    /// <param name="differences">What would change.</param>
    public static string Of(string what, IReadOnlyList<GatewayDifference> differences) =>
        differences.Count == 1
            ? $"{what}: {differences[0]}"
            : $"{what}:{Environment.NewLine}    {string.Join(Environment.NewLine + "    ", differences)}";

    /// <summary>The same as a question.</summary>
    public static string Ask(string change) => change + Environment.NewLine + "Continue?";
}
