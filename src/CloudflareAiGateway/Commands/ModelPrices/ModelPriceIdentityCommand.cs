using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// How single prices are named: by provider, model and rule, as no provider has two for the same, or by id. A piped custom provider gives
/// the provider, a piped price all of it.
/// </summary>
public abstract class ModelPriceIdentityCommand : SettingsCommand
{
    /// <summary>The custom provider: its slug, with or without custom- in front, or its id.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Slug")]
    [ArgumentCompleter(typeof(CustomProviderSlugCompleter))]
    [AllowEmptyString]
    [AllowNull]
    public string? Provider { get; set; }

    /// <summary>The custom provider's id, as a piped provider or price gives it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AccountProviderId")]
    public string? CustomProviderId { get; set; }

    /// <summary>The model's name, or the part of it that the rule compares.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? Model { get; set; }

    /// <summary>How the model's name is compared.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(ModelRule))]
    public ModelRule? ModelRule { get; set; }

    /// <summary>The custom providers of the account.</summary>
    private protected CustomProviderBook Book { get; private set; } = null!;

    /// <summary>How the user named the price, for error records.</summary>
    private protected string Target => $"{Provider ?? CustomProviderId}/{Model}";

    private protected override string ResourceName => "ModelPrice";

    /// <summary>Opens the book of providers.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        Book = new CustomProviderBook(this, Client.CustomProviders);
    }

    /// <summary>The id of the provider. One that was typed counts before one that a piped object brought.</summary>
    /// <exception cref="AiGatewayException">NotFound, about the provider.</exception>
    private protected string FindProviderId(string accountId)
    {
        if (string.IsNullOrEmpty(CustomProviderId) || Settings.IsTyped(nameof(Provider)))
        {
            return FindProviderId(accountId, Provider ?? string.Empty);
        }

        if (CustomProviderSlug.IsValid(Provider ?? string.Empty))
        {
            Book.Learn(CustomProviderId!, Provider!);
        }

        return CustomProviderId!;
    }

    /// <summary>The id of the provider that a text names.</summary>
    /// <exception cref="AiGatewayException">NotFound, about the provider.</exception>
    private protected string FindProviderId(string accountId, string provider) =>
        CustomProviderSlug.IsId(provider) ? provider : Book.Find(accountId, provider).Id;

    /// <summary>The one price that provider, model and rule name.</summary>
    /// <returns>Null when it was not named, or when there are several; the error was written.</returns>
    /// <exception cref="AiGatewayException">NotFound, about the provider or the price.</exception>
    private protected AiGatewayModelPrice? FindPrice(string accountId)
    {
        if ((string.IsNullOrEmpty(Provider) && string.IsNullOrEmpty(CustomProviderId)) || string.IsNullOrWhiteSpace(Model))
        {
            Refuse("The price is not named.", "Give -Provider and -Model, or -ModelPriceId, or pipe prices from Get-AiGatewayModelPrice.");
            return null;
        }

        string providerId = FindProviderId(accountId);
        IReadOnlyList<AiGatewayModelPrice> found = Await(call => Client.ModelPrices.FindAsync(accountId, providerId, Model!, ModelRule, call));
        if (found.Count == 0)
        {
            throw new AiGatewayException(
                AiGatewayErrorKind.NotFound,
                $"Custom provider '{Provider ?? CustomProviderId}' has no price for model '{Model}'{(ModelRule is null ? string.Empty : $" by the rule {ModelRule}")}.")
            {
                RecommendedAction = "Check the model's name, which is case-sensitive; Get-AiGatewayModelPrice lists the prices that are there.",
            };
        }

        if (found.Count > 1)
        {
            WriteError(ErrorRecords.InvalidInput(
                "ModelPriceAmbiguous",
                $"Custom provider '{Provider ?? CustomProviderId}' has {found.Count} prices for model '{Model}', by the rules {string.Join(", ", found.Select(p => p.ModelRule))}.",
                Target,
                "Give -ModelRule, too, or pipe the price that you mean from Get-AiGatewayModelPrice."));
            return null;
        }

        return WithProvider(found[0]);
    }

    /// <summary>Refuses input before any call.</summary>
    /// <returns>False.</returns>
    private protected bool Refuse(string message, string? action = null)
    {
        WriteError(ErrorRecords.InvalidInput("InvalidModelPrice", message, Target, action));
        return false;
    }

    /// <summary>Adds what the API does not send: the provider's slug.</summary>
    private protected AiGatewayModelPrice WithProvider(AiGatewayModelPrice price)
    {
        price.Provider = Book.SlugOf(price.AccountId, price.AccountProviderId);
        return price;
    }

    /// <summary>How a price reads in -WhatIf and -Confirm.</summary>
    private protected static string Describe(AiGatewayModelPrice price) =>
        $"price of model '{price.Model}' ({price.ModelRule ?? CloudflareAiGateway.ModelRule.Equals}) of custom provider '{price.Provider ?? price.AccountProviderId}' (account {price.AccountId})";
}
