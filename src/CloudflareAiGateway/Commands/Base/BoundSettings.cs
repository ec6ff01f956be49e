using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using CloudflareAiGateway.Validation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Tells which of a command's settings were bound, and how. Only those are sent: an unbound setting is left alone, a typed $null clears it
/// where the API allows that, and a piped null or blank (an empty cell of a CSV file) is no value at all.
/// </summary>
internal sealed class BoundSettings
{
    private readonly PSCmdlet _command;
    private readonly HashSet<string> _typed;
    private readonly PropertyInfo[] _settings;

    /// <summary>Looks at a command when it begins: what is bound by then was typed.</summary>
    public BoundSettings(PSCmdlet command)
    {
        _command = command;
        _typed = new HashSet<string>(command.MyInvocation.BoundParameters.Keys, StringComparer.OrdinalIgnoreCase);
        _settings = command.GetType().GetProperties().Where(p => p.GetCustomAttribute<SettingAttribute>() is not null).ToArray();
    }

    /// <summary>Whether a parameter was typed, and not bound from the pipeline.</summary>
    public bool IsTyped(string parameter) => _typed.Contains(parameter);

    /// <summary>The parameter for a setting, by its wire name or its own.</summary>
    public PropertyInfo? Find(string member) =>
        Array.Find(_settings, p => string.Equals(WireSpelling.Of(p), WireSpelling.SnakeCase(member), StringComparison.OrdinalIgnoreCase) || WireSpelling.Of(p) == member);

    /// <summary>Collects the settings of the current record by wire name.</summary>
    /// <param name="takePiped">Whether settings that were bound from the piped object count.</param>
    /// <param name="refused">A setting that was typed as $null and cannot be cleared; null when there is none.</param>
    public Dictionary<string, object?> Read(bool takePiped, out string? refused)
    {
        refused = null;
        var settings = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (PropertyInfo property in _settings)
        {
            if (!_command.MyInvocation.BoundParameters.ContainsKey(property.Name))
            {
                continue;
            }

            // The engine turns $null into an empty text for text parameters; both mean no value.
            object? value = property.GetValue(_command);
            value = value is string { Length: 0 } ? null : value;
            if (IsTyped(property.Name))
            {
                if (value is null && !property.GetCustomAttribute<SettingAttribute>()!.Clearable)
                {
                    refused = property.Name;
                }

                settings[WireSpelling.Of(property)] = value;
            }
            else if (value is not null && takePiped)
            {
                settings[WireSpelling.Of(property)] = value;
            }
        }

        return settings;
    }
}
