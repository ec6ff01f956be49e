using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace CloudflareAiGateway.Hosting;

/// <summary>The connection that Connect-AiGateway made, one per runspace, so that parallel runspaces do not disturb each other.</summary>
internal static class ConnectionStore
{
    private static readonly ConditionalWeakTable<Runspace, AiGatewayConnection> s_connections = new();

    /// <summary>The connection of the runspace that asks; null when it has none.</summary>
    public static AiGatewayConnection? Current =>
        Runspace.DefaultRunspace is { } runspace && s_connections.TryGetValue(runspace, out AiGatewayConnection? connection)
            ? connection
            : null;

    /// <summary>Makes a connection the runspace's own, in place of an earlier one.</summary>
    public static void Set(AiGatewayConnection connection)
    {
        Clear();
        if (Runspace.DefaultRunspace is { } runspace)
        {
            s_connections.Add(runspace, connection);
        }
    }

    /// <summary>Forgets the runspace's connection.</summary>
    /// <returns>Whether there was one.</returns>
    public static bool Clear() => Runspace.DefaultRunspace is { } runspace && s_connections.Remove(runspace);
}
