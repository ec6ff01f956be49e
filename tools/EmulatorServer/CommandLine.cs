using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareAiGateway.Emulator;

namespace CloudflareAiGateway.EmulatorServer;

/// <summary>Reads the program's arguments.</summary>
internal sealed class CommandLine
{
    public const string Help = """
        Runs an emulator of the Cloudflare AI Gateway API.

        Usage: EmulatorServer [options]

          --urls <url>                    where to listen; port 0 takes a free one [http://127.0.0.1:8787]
          --account <id>[=<name>]         one more account beside 0123456789abcdef0123456789abcdef; may be repeated
          --token <token>[=<perm>,...]    one more token beside emulator-token, with its permissions, all when left out; may be repeated
                                          For example: --token ci="AI Gateway Read,AI Gateway Run"
                                          A default that is named itself is as you say: --token emulator-token="AI Gateway Read"
          --state <path>                  a file that keeps the resources
          --help                          this text

        The management API is at <url>/client/v4, the gateway host at <url>/v1, the emulator's own API at <url>/_emulator.
        Make tokens up; never give it a real one.
        """;

    private readonly List<EmulatorAccount> _accounts = [];
    private readonly List<EmulatorToken> _tokens = [];
    private Uri _url = new EmulatorServerOptions().Url;
    private string? _statePath;

    /// <summary>Whether help was asked for.</summary>
    public bool WantsHelp { get; private set; }

    /// <summary>What is wrong with the arguments; null for nothing.</summary>
    public string? Trouble { get; private set; }

    public static CommandLine Read(IReadOnlyList<string> arguments)
    {
        var line = new CommandLine();
        for (int i = 0; i < arguments.Count && line.Trouble is null; i++)
        {
            string name = arguments[i];
            if (name is "--help" or "-h")
            {
                line.WantsHelp = true;
            }
            else if (name is not ("--urls" or "--account" or "--token" or "--state"))
            {
                line.Trouble = $"Unknown option '{name}'.";
            }
            else if (++i == arguments.Count)
            {
                line.Trouble = $"'{name}' needs a value.";
            }
            else
            {
                line.Set(name, arguments[i]);
            }
        }

        return line;
    }

    public EmulatorServerOptions ToOptions()
    {
        var defaults = new EmulatorOptions();
        return new EmulatorServerOptions
        {
            Url = _url,
            Emulator = new EmulatorOptions
            {
                Accounts = [.. defaults.Accounts.Where(d => !_accounts.Exists(a => a.Id == d.Id)), .. _accounts],
                Tokens = [.. defaults.Tokens.Where(d => !_tokens.Exists(t => t.Value == d.Value)), .. _tokens],
                StatePath = _statePath,
            },
        };
    }

    private void Set(string name, string value)
    {
        int equals = value.IndexOf('=', StringComparison.Ordinal);
        string key = equals < 0 ? value : value[..equals];
        string? rest = equals < 0 ? null : value[(equals + 1)..];
        switch (name)
        {
            case "--urls" when Uri.TryCreate(value, UriKind.Absolute, out Uri? url) && url.Scheme == Uri.UriSchemeHttp:
                _url = url;
                break;
            case "--urls":
                Trouble = $"'{value}' is not an http address such as http://127.0.0.1:8787.";
                break;
            case "--account":
                _accounts.Add(rest is null ? new EmulatorAccount { Id = key } : new EmulatorAccount { Id = key, Name = rest });
                break;
            case "--token":
                _tokens.Add(rest is null
                    ? new EmulatorToken { Value = key }
                    : new EmulatorToken { Value = key, Permissions = rest.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) });
                break;
            default:
                _statePath = value;
                break;
        }
    }
}
