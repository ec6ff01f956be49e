using System;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace CloudflareAiGateway.EngineHost.StandIns;

/// <summary>
/// Plain replacements for a few commands that PowerShell ships outside its engine, so that scripts written for pwsh can be
/// tried where pwsh is missing. They know the common parameters of the real ones and no more.
/// </summary>
public static class StandInCommands
{
    /// <summary>Registers every stand-in whose real command is not there.</summary>
    public static void AddMissing(InitialSessionState state)
    {
        foreach (Type type in typeof(StandInCommands).Assembly.GetTypes().Where(type => type.Namespace == typeof(StandInCommands).Namespace))
        {
            if (type.GetCustomAttribute<CmdletAttribute>() is not { } cmdlet)
            {
                continue;
            }

            string name = $"{cmdlet.VerbName}-{cmdlet.NounName}";
            if (state.Commands[name].Count == 0)
            {
                state.Commands.Add(new SessionStateCmdletEntry(name, type, helpFileName: null));
                AddAliases(state, name, type);
            }
        }
    }

    private static void AddAliases(InitialSessionState state, string name, Type type)
    {
        foreach (string alias in type.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? [])
        {
            if (state.Commands[alias].Count == 0)
            {
                state.Commands.Add(new SessionStateAliasEntry(alias, name));
            }
        }
    }
}
