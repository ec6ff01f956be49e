using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace CloudflareAiGateway.Playground;

/// <summary>Asks on the console. With no one there (end of input) it fails instead of guessing an answer.</summary>
public sealed class ConsolePrompts
{
    private readonly TextReader _input;
    private readonly TextWriter _output;

    public ConsolePrompts(TextReader input, TextWriter output)
    {
        _input = input;
        _output = output;
    }

    public string ReadLine() =>
        _input.ReadLine() ?? throw new HostException("The command asked for input, and there is no more of it.");

    /// <summary>Reads a secret; on a console it shows stars.</summary>
    public SecureString ReadSecret()
    {
        SecureString secret = new();
        if (Console.IsInputRedirected)
        {
            foreach (char character in ReadLine())
            {
                secret.AppendChar(character);
            }
        }
        else
        {
            ReadKeys(secret);
        }

        secret.MakeReadOnly();
        return secret;
    }

    public int Choose(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        ArgumentNullException.ThrowIfNull(choices);
        WriteHeading(caption, message);
        string[] keys = choices.Select(Key).ToArray();
        string menu = string.Join("  ", choices.Select((choice, index) => $"[{keys[index]}] {Label(choice)}"));
        string preset = defaultChoice >= 0 ? $" (default is \"{keys[defaultChoice]}\")" : string.Empty;
        while (true)
        {
            _output.Write($"{menu}  [?] Help{preset}: ");
            string answer = ReadLine().Trim();
            if (answer.Length == 0 && defaultChoice >= 0)
            {
                return defaultChoice;
            }

            int index = Enumerable.Range(0, keys.Length).FirstOrDefault(
                index => Same(answer, keys[index]) || Same(answer, Label(choices[index])), -1);
            if (index >= 0)
            {
                return index;
            }

            if (answer == "?")
            {
                for (int choice = 0; choice < keys.Length; choice++)
                {
                    _output.WriteLine($"{keys[choice]} - {choices[choice].HelpMessage}");
                }
            }
        }
    }

    public Dictionary<string, PSObject> Fields(string caption, string message, Collection<FieldDescription> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        WriteHeading(caption, message);
        return fields.ToDictionary(field => field.Name, field => PSObject.AsPSObject(Field(field)));
    }

    public PSCredential Credential(string caption, string message, string? userName)
    {
        WriteHeading(caption, message);
        if (string.IsNullOrEmpty(userName))
        {
            _output.Write("User: ");
            userName = ReadLine();
        }

        _output.Write($"Password for user {userName}: ");
        return new PSCredential(userName, ReadSecret());
    }

    private object Field(FieldDescription field)
    {
        if (field.ParameterTypeFullName.EndsWith("[]", StringComparison.Ordinal))
        {
            List<string> items = [];
            while (Ask($"{field.Name}[{items.Count}]") is { Length: > 0 } item)
            {
                items.Add(item);
            }

            return items.ToArray();
        }

        if (field.ParameterTypeFullName == typeof(SecureString).FullName)
        {
            _output.Write($"{field.Name}: ");
            return ReadSecret();
        }

        return field.ParameterTypeFullName == typeof(PSCredential).FullName
            ? Credential(string.Empty, string.Empty, userName: null)
            : Ask(field.Name);
    }

    private string Ask(string label)
    {
        _output.Write($"{label}: ");
        return ReadLine();
    }

    private void ReadKeys(SecureString secret)
    {
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace && secret.Length > 0)
            {
                secret.RemoveAt(secret.Length - 1);
                _output.Write("\b \b");
            }
            else if (!char.IsControl(key.KeyChar))
            {
                secret.AppendChar(key.KeyChar);
                _output.Write('*');
            }
        }

        _output.WriteLine();
    }

    private void WriteHeading(params string[] lines)
    {
        foreach (string line in lines.Where(line => !string.IsNullOrEmpty(line)))
        {
            _output.WriteLine(line);
        }
    }

    // The ampersand in a label stands before its key: "Yes to &All".
    private static string Key(ChoiceDescription choice)
    {
        int mark = choice.Label.IndexOf('&', StringComparison.Ordinal);
        return mark >= 0 && mark + 1 < choice.Label.Length
            ? choice.Label.Substring(mark + 1, 1).ToUpperInvariant()
            : choice.Label;
    }

    private static string Label(ChoiceDescription choice) => choice.Label.Replace("&", string.Empty, StringComparison.Ordinal);

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
