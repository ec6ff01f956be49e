using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>Writes the Worker that goes with a wrangler file: the binding opens the gateway, so that no Cloudflare token is needed.</summary>
internal sealed class WorkerCode
{
    private readonly ModelName _model;
    private readonly string _binding;
    private readonly string _variable;

    /// <summary>Takes what the code calls.</summary>
    /// <param name="request">Model and credential.</param>
    /// <param name="binding">The binding's name.</param>
    /// <param name="variable">The variable that holds the gateway's name.</param>
    /// <exception cref="AiGatewayException">Rejected: a binding cannot call that model in that way.</exception>
    public WorkerCode(ClientConfigRequest request, string binding, string variable)
    {
        _model = RouteModel.Of(request, "openai");
        _binding = binding;
        _variable = variable;
        bool withKey = request.Credential is ClientCredential.ProviderKey && _model.Provider?.RestAuthor != "@cf";
        if (withKey && _model.ChoosesItself)
        {
            throw RouteModel.Refuse($"Behind {_model.Chooser} may be several providers, so no provider's key can come from the Worker.", "Use -Credential Stored or UnifiedBilling.");
        }

        if (withKey && _model.Provider is { OpenAiPath: null, CompatPrefix: null } unreachable)
        {
            throw RouteModel.Refuse(
                $"{unreachable.DisplayName} does not speak the language of OpenAI's chat completions, which the code is written in.",
                $"Get-AiGatewayProvider {unreachable.Slug} | Format-List shows its path and the header of its key.");
        }

        Key = withKey ? ClientSecrets.KeyOf(_model.Provider!) : null;
        if (Key is null && _model is { ChoosesItself: false, Provider: { RestAuthor: null } provider })
        {
            throw RouteModel.Refuse($"env.{binding}.run does not know the models of {provider.DisplayName}.", "Use -Credential ProviderKey.");
        }
    }

    /// <summary>The secret that the Worker needs; null for none.</summary>
    public ClientVariable? Key { get; }

    /// <summary>The model as the code names it.</summary>
    public string Model => Key is null ? _model.ChoosesItself ? _model.ForCompat() : _model.ForRest() : UsesOwnPath ? _model.ForNative() : _model.ForCompat();

    private bool UsesOwnPath => _model.Provider?.OpenAiPath is not null;

    /// <summary>The code.</summary>
    /// <returns>A module in JavaScript.</returns>
    public override string ToString() => new Snippet()
        .Line("export default {")
        .Line("  async fetch(request, env) {")
        .Line($"    const messages = [{{ role: \"user\", content: {Literal.Double(Snippet.Prompt)} }}];")
        .With(Key is null && !_model.IsAuto ? WriteRun : WriteGatewayRun)
        .Line("  },")
        .Line("};")
        .ToString();

    /// <summary>The lines that give the Worker its secrets, for a shell and for PowerShell alike: wrangler asks for the value.</summary>
    public IReadOnlyList<string> Commands(string? environment) =>
        Key is null ? Array.Empty<string>() : new[] { $"npx wrangler secret put {Key.Name}{(environment is null ? string.Empty : $" --env {environment}")}" };

    private void WriteRun(Snippet snippet) => snippet
        .Line($"    const answer = await env.{_binding}.run({Literal.Double(Model)}, {{ messages }}, {{ gateway: {{ id: env.{_variable} }} }});")
        .Line("    return Response.json(answer);");

    /// <summary>The gateway's own paths: a provider's, or the compat path, which alone knows the automatic router.</summary>
    private void WriteGatewayRun(Snippet snippet)
    {
        string path = UsesOwnPath ? _model.Provider!.OpenAiPath!.Substring(_model.Provider.Slug.Length).TrimStart('/') : string.Empty;
        snippet
            .Line($"    return env.{_binding}.gateway(env.{_variable}).run({{")
            .Line($"      provider: {Literal.Double(UsesOwnPath ? _model.Provider!.Slug : ProviderCatalog.Compat)},")
            .Line($"      endpoint: {Literal.Double(path.Length == 0 ? "chat/completions" : path + "/chat/completions")},")
            .Line("      headers: {")
            .LineIf(Key is not null, $"        authorization: `Bearer ${{env.{Key?.Name}}}`,")
            .Line("        \"content-type\": \"application/json\",")
            .Line("      },")
            .Line($"      query: {{ model: {Literal.Double(Model)}, messages }},")
            .Line("    });");
    }
}
