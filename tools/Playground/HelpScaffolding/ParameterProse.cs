using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Playground.HelpScaffolding;

/// <summary>What a person wrote about a parameter: its text, and the default value, which reflection does not know.</summary>
internal sealed record ParameterProse(string Text, string? DefaultValue)
{
    private const string DefaultKey = "Default value:";

    public static ParameterProse Parse(string body)
    {
        List<string> prose = [];
        string? defaultValue = null;
        bool inYaml = false;
        foreach (string line in body.Split('\n'))
        {
            if (!inYaml && line.StartsWith("```yaml", StringComparison.Ordinal))
            {
                inYaml = true;
            }
            else if (inYaml)
            {
                inYaml = !line.StartsWith("```", StringComparison.Ordinal);
                if (line.StartsWith(DefaultKey, StringComparison.Ordinal))
                {
                    defaultValue ??= line[DefaultKey.Length..].Trim();
                }
            }
            else if (line.Length > 0 || prose is [.., { Length: > 0 }])
            {
                prose.Add(line);
            }
        }

        return new ParameterProse(string.Join('\n', prose).Trim(), defaultValue);
    }
}
