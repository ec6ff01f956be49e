using System;
using System.Linq;
using System.Threading.Tasks;
using CloudflareAiGateway.Emulator;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class ProviderKeyTests
{
    private const string Key = """{"id":"pc_01","alias":"default","default_config":true,"gateway_id":"prod","modified_at":"2026-09-15T10:20:30.000Z","provider_slug":"openai","secret_id":"s1","secret_preview":"sk-****1234","rate_limit":100,"rate_limit_period":60}""";
    private const string Drifted = """{"id":"pc_01","alias":"default","default_config":1,"modified_at":"2026-09-15T10:20:30.000Z","provider_slug":"openai","secret_id":"s1","secret_preview":"sk-****1234","rate_limit":"100","rate_limit_period":60.0,"account_tag":"x"}""";

    [Theory]
    [InlineData(Key)]
    [InlineData(Drifted)]
    public async Task Documented_and_drifted_keys_read_alike(string json)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok($"[{json}]"));
        AiGatewayProviderKey key = Assert.Single((await bench.Client.ProviderKeys.ListAsync(Bench.Account, "prod", 1, 50, bench.Call)).Items);
        Assert.Equal(("pc_01", "openai", "default", true, "s1"), (key.Id, key.ProviderSlug, key.Alias, key.DefaultConfig, key.SecretId));
        Assert.Equal((100, 60, "sk-****1234", "prod", Bench.Account), (key.RateLimit, key.RateLimitPeriod, key.SecretPreview, key.GatewayId, key.AccountId));
    }

    [Fact]
    public async Task An_empty_first_page_is_checked_against_the_gateway()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok("[]")).Then(() => Answers.Fail(404, 7002, "Not Found"));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => bench.Client.ProviderKeys.ListAsync(Bench.Account, "gone", 1, 50, bench.Call));
        Assert.Equal((AiGatewayErrorKind.NotFound, "Gateway"), (error.Kind, error.Resource));
        Assert.Contains("'gone'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_found_by_provider_and_alias_on_any_page()
    {
        var bench = new Bench();
        string page = string.Join(',', Enumerable.Range(0, 50).Select(i => $$"""{"id":"{{i}}","provider_slug":"openai","alias":"a{{i}}"}"""));
        bench.Service.Then(() => Answers.Ok($"[{page}]")).Then(() => Answers.Ok("""[{"id":"x","provider_slug":"groq","alias":"blue"},{"id":"y","provider_slug":"openai","alias":"blue"}]"""));
        Assert.Equal("y", (await bench.Client.ProviderKeys.FindAsync(Bench.Account, "prod", "openai", "blue", bench.Call))!.Id);
    }

    [Theory]
    [InlineData("openai", null)]
    [InlineData("azure-openai", null)]
    [InlineData("custom-my_LLM.2", null)]
    [InlineData("open ai", "'open ai'")]
    [InlineData("openai/v1", "'openai/v1'")]
    [InlineData("", "''")]
    public void Providers_are_checked_for_their_form(string provider, string? shown)
    {
        string? problem = ProviderKeyName.ExplainProvider(provider);
        Assert.Equal(shown is null, problem is null);
        Assert.Contains(shown ?? string.Empty, problem ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_are_measured_in_UTF8()
    {
        Assert.Null(SecretValue.Explain(Bench.Secret(new string('x', 65536)), "It"));
        Assert.Null(SecretValue.Explain(Bench.Secret(new string('é', 32768)), "It"));
        string problem = SecretValue.Explain(Bench.Secret(new string('é', 33280)), "It")!;
        Assert.Contains($"{66560:N0} bytes", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("é", problem, StringComparison.Ordinal);
        Assert.Equal("It is empty.", SecretValue.Explain(Bench.Secret(string.Empty), "It"));
        Assert.True(SecretValue.HasMargin(Bench.Secret("key\n")));
        Assert.False(SecretValue.HasMargin(Bench.Secret("k e y")));
    }

    [Fact]
    public async Task The_secret_of_a_key_says_what_else_uses_it()
    {
        using KeyBench bench = await new KeyBench(new EmulatorBehaviour { SecretActivationSeconds = 0 }).WithGatewayAsync();
        AiGatewayProviderKey key = await bench.StoreAsync();
        ProviderKeySecret? secret = await bench.Keys.FindSecretAsync(key, bench.Twin.Call);
        Assert.Equal((KeyBench.SecretName, null), (secret!.Secret.Name, secret.OtherUse));

        await bench.Secrets.PatchAsync(TwinBench.Account, secret.Secret.StoreId, key.SecretId, new SecretPatch { Scopes = [SecretScope.AiGateway, SecretScope.Workers] }, bench.Twin.Call);
        Assert.Equal("workers may use it, too", (await bench.Keys.FindSecretAsync(key, bench.Twin.Call))!.OtherUse);

        await bench.Secrets.DeleteAsync(TwinBench.Account, secret.Secret.StoreId, [key.SecretId], bench.Twin.Call);
        Assert.Null(await bench.Keys.FindSecretAsync(key, bench.Twin.Call));
    }

    [Fact]
    public async Task A_secret_that_another_key_uses_or_that_is_called_otherwise_stays()
    {
        var bench = new Bench();
        string secret = """{"id":"s1","name":"prod_openai_default","scopes":["ai_gateway"]}""";
        bench.Service.Then(() => Answers.Ok(Answers.Gateway.Replace("\"cache_ttl\":0", "\"cache_ttl\":0,\"store_id\":\"st\"", StringComparison.Ordinal)))
            .Then(() => Answers.Ok(secret))
            .Then(() => Answers.Ok($$"""[{{Key}},{"id":"pc_02","provider_slug":"openai","alias":"blue","secret_id":"s1"}]"""))
            .Then(() => Answers.Ok(Answers.Gateway.Replace("\"cache_ttl\":0", "\"cache_ttl\":0,\"store_id\":\"st\"", StringComparison.Ordinal)))
            .Then(() => Answers.Ok(secret.Replace("prod_", "other_", StringComparison.Ordinal)));
        var key = new AiGatewayProviderKey { Id = "pc_01", AccountId = Bench.Account, GatewayId = "prod", ProviderSlug = "openai", Alias = "default", SecretId = "s1" };
        Assert.Contains("openai/blue", (await bench.Client.ProviderKeys.FindSecretAsync(key, bench.Call))!.OtherUse, StringComparison.Ordinal);
        Assert.Contains("its name", (await bench.Client.ProviderKeys.FindSecretAsync(key, bench.Call))!.OtherUse, StringComparison.Ordinal);
    }
}
